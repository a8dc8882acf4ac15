//! Reads Rust, as far as the rules need it.

/// Comments, strings and character literals replaced by blanks, line by line as before.
pub(crate) fn code_only(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < characters.len() {
        let length = comment(&characters[at..])
            .or_else(|| string(&characters[at..], at > 0 && is_word(characters[at - 1])))
            .or_else(|| character(&characters[at..]));
        match length {
            Some(length) => {
                let end = (at + length).min(characters.len());
                code.extend(
                    characters[at..end]
                        .iter()
                        .map(|&c| if c == '\n' { c } else { ' ' }),
                );
                at = end;
            }
            None => {
                // One byte each, so that places in the code are places in a line of ASCII.
                code.push(if characters[at].is_ascii() {
                    characters[at]
                } else {
                    '_'
                });
                at += 1;
            }
        }
    }
    code
}

pub(crate) fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

pub(crate) fn comment(rest: &[char]) -> Option<usize> {
    match rest {
        ['/', '/', ..] => Some(rest.iter().position(|&c| c == '\n').unwrap_or(rest.len())),
        ['/', '*', ..] => {
            let (mut depth, mut at) = (0, 0);
            while at < rest.len() {
                match rest[at..] {
                    ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
                    ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
                    _ => at += 1,
                }
                if depth == 0 {
                    return Some(at);
                }
            }
            Some(rest.len())
        }
        _ => None,
    }
}

pub(crate) fn string(rest: &[char], in_word: bool) -> Option<usize> {
    let prefix = rest
        .iter()
        .take_while(|&&c| matches!(c, 'b' | 'c' | 'r'))
        .count();
    if prefix > 2 || (prefix > 0 && in_word) {
        return None;
    }
    let raw = rest[..prefix].contains(&'r');
    let hashes = if raw {
        rest[prefix..].iter().take_while(|&&c| c == '#').count()
    } else {
        0
    };
    let start = prefix + hashes;
    if rest.get(start) != Some(&'"') {
        return None;
    }
    let mut at = start + 1;
    while at < rest.len() {
        match rest[at] {
            '\\' if !raw => at += 2,
            '"' if rest[at + 1..].iter().take_while(|&&c| c == '#').count() >= hashes => {
                return Some(at + 1 + hashes);
            }
            _ => at += 1,
        }
    }
    Some(rest.len())
}

/// A character literal; a lifetime is none.
pub(crate) fn character(rest: &[char]) -> Option<usize> {
    match rest {
        ['\'', '\\', ..] => rest
            .iter()
            .skip(3)
            .position(|&c| c == '\'')
            .map(|at| at + 4),
        ['\'', _, '\'', ..] => Some(3),
        _ => None,
    }
}

/// What stands below `#[cfg(test)]` replaced by blanks.
pub(crate) fn without_tests(code: &str) -> String {
    let mut kept = code.to_owned();
    let mut from = 0;
    while let Some(found) = kept[from..].find("#[cfg(test)]") {
        let start = from + found;
        let body = kept[start..]
            .find(['{', ';'])
            .map_or(kept.len(), |at| start + at);
        let mut depth = 0;
        let end = kept[body..]
            .char_indices()
            .find_map(|(at, c)| {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                (depth == 0).then_some(body + at + 1)
            })
            .unwrap_or(kept.len());
        let blank: String = kept[start..end]
            .chars()
            .map(|c| if c == '\n' { c } else { ' ' })
            .collect();
        kept.replace_range(start..end, &blank);
        from = end;
    }
    kept
}

/// Places where `word` stands as a word of its own.
pub(crate) fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |&at| {
            let before = code[..at].chars().next_back();
            let after = code[at + word.len()..].chars().next();
            !before.is_some_and(is_word) && !after.is_some_and(is_word)
        })
}

/// What is named after `crate::`: one name, or the first names of a group; each with its place.
pub(crate) fn named_rooms(code: &str) -> Vec<(usize, String)> {
    words(code, "crate")
        .filter(|&at| !code[..at].ends_with('$'))
        .filter_map(|at| {
            Some((
                at,
                code[at + 5..].trim_start().strip_prefix("::")?.trim_start(),
            ))
        })
        .flat_map(|(at, rest)| match rest.strip_prefix('{') {
            Some(group) => first_names(group)
                .into_iter()
                .map(|name| (at, name))
                .collect(),
            None => vec![(at, first_name(rest))],
        })
        .filter(|(_, name)| !name.is_empty())
        .collect()
}

pub(crate) fn first_name(rest: &str) -> String {
    rest.trim_start()
        .chars()
        .take_while(|&c| is_word(c))
        .collect()
}

/// First names of the members of a group, of which `group` is what follows its opening brace.
pub(crate) fn first_names(group: &str) -> Vec<String> {
    let (mut depth, mut start, mut names) = (1, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && c == ',') {
            names.push(first_name(&group[start..at]));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    names
}
