//! Laying out again what was laid out before, after a small change.

use typst::World;
use typst::comemo::{Constraint, Track};
use typst::diag::SourceResult;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Content, Context, Scope, StyleChain, Target, TargetElem};
use typst::introspection::{EmptyIntrospector, Introspector};
use typst::routines::SpanMode;
use typst::syntax::SyntaxMode;
use typst::utils::Protected;
use typst_layout::PagedDocument;

/// How often the pages may be gone over until their numbers agree with what refers to them; as often as typst itself does.
const MOST_TIMES: usize = 5;

/// The pages of `world`. `None` where there is something to be said of them, which [`typst::compile`] then does.
///
/// typst begins every time without knowing which heading is on which page, and so goes over all pages three times until the contents and the
/// numbers of pages and notes are right. Here it begins with what it knows of the pages `before`: once is enough where nothing that is
/// referred to has moved, and otherwise it goes over them again, until nothing would be answered otherwise by the pages themselves.
pub(super) fn laid_out(world: &dyn World, before: &PagedDocument) -> Option<PagedDocument> {
    let content = content(world).ok()?;
    let mut known = before.clone();
    for _ in 0..MOST_TIMES {
        let constraint = Constraint::new();
        let mut sink = Sink::new();
        let introspector: &dyn Introspector = known.introspector().as_ref();
        let traced = Traced::default();
        let mut engine = Engine {
            library: world.library(),
            world: world.track(),
            introspector: Protected::new(introspector.track_with(&constraint)),
            traced: traced.track(),
            sink: sink.track_mut(),
            route: Route::default(),
        };
        let target = TargetElem::target.set(Target::Paged).wrap();
        let styles = StyleChain::new(&world.library().styles);
        let laid = typst_layout::layout_document(&mut engine, &content, styles.chain(&target));
        let laid = laid.ok()?;
        let own: &dyn Introspector = laid.introspector().as_ref();
        if constraint.validate(own) {
            return sink.delayed().is_empty().then_some(laid);
        }
        known = laid;
    }
    None
}

fn content(world: &dyn World) -> SourceResult<Content> {
    let main = world.main();
    let span = world.source(main).map_or_else(
        |_| typst::syntax::Span::detached(),
        |source| source.root().span(),
    );
    let nothing_known: &dyn Introspector = &EmptyIntrospector;
    let value = (world.library().routines.eval_string)(
        world.track(),
        world.library(),
        Sink::new().track_mut(),
        nothing_known.track(),
        Context::none().track(),
        "include \"main.typ\"",
        SpanMode::Uniform(span),
        SyntaxMode::Code,
        Scope::new(),
    )?;
    Ok(value.display())
}
