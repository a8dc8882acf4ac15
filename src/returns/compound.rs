//! The container of old office files: one stream taken out of it by name.

use super::limits::FILE_BYTES;

const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
const ENTRY: usize = 128;

/// The bytes of the first stream that has one of `names`; `None` where the container contradicts itself or has none.
pub(super) fn stream(bytes: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let container = Container::open(bytes)?;
    let directory = container.chain(long(bytes, 48)?)?;
    let entries: Vec<&[u8]> = directory.chunks_exact(ENTRY).collect();
    let root = entries.first()?;
    let entry = names.iter().find_map(|name| {
        let mut entries = entries.iter();
        entries.find(|entry| named(entry).eq_ignore_ascii_case(name))
    })?;
    let (start, size) = (long(entry, 116)?, long(entry, 120)? as usize);
    let mut stream = if size < long(bytes, 56)? as usize {
        let inner = container.chain(long(root, 116)?)?;
        container.small_chain(&inner, start, size)?
    } else {
        container.chain(start)?
    };
    (stream.len() >= size).then(|| {
        stream.truncate(size);
        stream
    })
}

struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    small_sector: usize,
    /// By sector, the next one of its chain.
    next: Vec<u32>,
}

impl<'a> Container<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let (shift, small) = (short(bytes, 30)?, short(bytes, 32)?);
        if !(7..=16).contains(&shift) || !(4..=16).contains(&small) {
            return None;
        }
        let mut container = Self {
            bytes,
            sector: 1 << shift,
            small_sector: 1 << small,
            next: Vec::new(),
        };
        for sector in container.sectors_of_the_table()? {
            let table = container.sector(sector)?;
            container.next.extend(longs(table));
        }
        Some(container)
    }

    /// The sectors that hold the table of chains: 109 are listed in the header, more in a chain of lists.
    fn sectors_of_the_table(&self) -> Option<Vec<u32>> {
        let mut sectors: Vec<u32> = longs(self.bytes.get(76..512)?).collect();
        let mut list = long(self.bytes, 68)?;
        let mut seen = 0;
        while list < END_OF_CHAIN {
            seen += 1;
            if seen > self.bytes.len() / self.sector + 1 {
                return None;
            }
            let mut more: Vec<u32> = longs(self.sector(list)?).collect();
            list = more.pop()?;
            sectors.extend(more);
        }
        sectors.retain(|sector| *sector != FREE);
        Some(sectors)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        // The last one may be cut short.
        let end = (start + self.sector).min(self.bytes.len());
        self.bytes.get(start..end)
    }

    fn chain(&self, first: u32) -> Option<Vec<u8>> {
        let mut chain = Vec::new();
        let mut sector = first;
        while sector < END_OF_CHAIN {
            chain.extend_from_slice(self.sector(sector)?);
            if chain.len() as u64 > FILE_BYTES {
                return None;
            }
            sector = *self.next.get(sector as usize)?;
        }
        Some(chain)
    }

    fn small_chain(&self, inner: &[u8], first: u32, size: usize) -> Option<Vec<u8>> {
        let next: Vec<u32> = longs(&self.chain(long(self.bytes, 60)?)?).collect();
        let mut chain = Vec::new();
        let mut sector = first;
        while sector < END_OF_CHAIN && chain.len() < size {
            let start = (sector as usize).checked_mul(self.small_sector)?;
            chain.extend_from_slice(inner.get(start..start + self.small_sector)?);
            sector = *next.get(sector as usize)?;
        }
        Some(chain)
    }
}

fn named(entry: &[u8]) -> String {
    let length = short(entry, 64).map_or(0, usize::from).min(64);
    let units: Vec<u16> = entry[..length.saturating_sub(2)]
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16_lossy(&units)
}

pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([pair[0], pair[1]]))
}

pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

fn longs(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes
        .chunks_exact(4)
        .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
