use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

/// `work` on consecutive parts of `items`, at the same time where there are several processors: what it makes of each, in their order.
/// It is given the index of its first item. A part is no smaller than `worth`: fewer are done sooner than another thread is started.
/// Where `work` panics, so does this.
pub fn in_parts<I: Sync, P: Send>(
    items: &[I],
    worth: usize,
    work: impl Fn(usize, &[I]) -> P + Sync,
) -> Vec<P> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let share = items.len().div_ceil(threads).max(worth);
    if items.len() <= share {
        return vec![work(0, items)];
    }
    thread::scope(|scope| {
        let work = &work;
        let parts = items.chunks(share).enumerate();
        let workers: Vec<_> = parts
            .map(|(at, part)| scope.spawn(move || work(at * share, part)))
            .collect();
        let workers = workers.into_iter();
        workers
            .map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::in_parts;

    #[test]
    fn parts_come_back_in_order_whatever_their_size() {
        for count in [0, 1, 5, 6, 64, 1_000] {
            let items: Vec<usize> = (0..count).collect();
            for worth in [1, 6, 2_000] {
                let made = in_parts(&items, worth, |first, part| {
                    assert_eq!(part.first().copied().unwrap_or(first), first);
                    part.iter().map(|item| item * 2).collect::<Vec<_>>()
                });
                let doubled: Vec<usize> = items.iter().map(|item| item * 2).collect();
                assert_eq!(made.concat(), doubled, "{count} items, {worth} worth it");
            }
        }
    }

    #[test]
    #[should_panic(expected = "the roof is off")]
    fn a_part_that_panics_is_not_left_out() {
        let items: Vec<usize> = (0..100).collect();
        in_parts(&items, 1, |first, _| {
            assert!(first == 0, "the roof is off");
        });
    }
}
