//! What the window remembers between two starts. Never anything of a review's content but its file's path.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    Light,
    Dark,
    HighContrast,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];

    pub fn words(self) -> &'static str {
        match self {
            Self::Light => "Light",
            Self::Dark => "Dark",
            Self::HighContrast => "High contrast",
        }
    }
}

/// Text sizes on offer, in per cent.
pub const TEXT_SIZES: [u16; 6] = [90, 100, 115, 130, 160, 200];

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: Theme,
    /// One of [`TEXT_SIZES`].
    pub text_size: u16,
    /// Stands in the audit trail beside every edit.
    pub name: String,
    /// Newest first.
    pub recent: Vec<PathBuf>,
    #[serde(skip)]
    file: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            text_size: 100,
            name: name_of_account(),
            recent: Vec::new(),
            file: None,
        }
    }
}

const RECENT: usize = 8;

impl Settings {
    /// Reads `file`; one that is missing or unreadable gives the defaults, since nothing in it is the user's work.
    pub fn load(file: &Path) -> Self {
        let mut settings: Self = std::fs::read_to_string(file)
            .ok()
            .and_then(|text| toml::from_str(&text).ok())
            .unwrap_or_default();
        if !TEXT_SIZES.contains(&settings.text_size) {
            settings.text_size = 100;
        }
        if settings.name.trim().is_empty() {
            settings.name = name_of_account();
        }
        settings.file = Some(file.to_owned());
        settings
    }

    /// Writes to the file it was loaded from; does nothing for settings that came from none (tests).
    pub fn save(&self) -> std::io::Result<()> {
        let Some(file) = &self.file else {
            return Ok(());
        };
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let text = toml::to_string(self).map_err(std::io::Error::other)?;
        std::fs::write(file, text)
    }

    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }

    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
    }
}

/// Where settings and the sample are kept on this system: (settings file, folder for the sample).
pub fn places() -> Option<(PathBuf, PathBuf)> {
    let folders = directories::ProjectDirs::from("", "", "lantern")?;
    Some((
        folders.config_dir().join("settings.toml"),
        folders.data_dir().to_owned(),
    ))
}

fn name_of_account() -> String {
    ["LANTERN_NAME", "USER", "USERNAME"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty())
        .unwrap_or_else(|| "Unnamed user".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recent_files_are_newest_first_and_few() {
        let mut settings = Settings::default();
        for number in 0..12 {
            settings.remember(Path::new(&format!("{number}.lantern")));
        }
        settings.remember(Path::new("9.lantern"));
        assert_eq!(settings.recent.len(), RECENT);
        assert_eq!(settings.recent[0], Path::new("9.lantern"));
        assert_eq!(settings.recent[1], Path::new("11.lantern"));
    }

    #[test]
    fn settings_survive_a_restart_and_damage_gives_defaults() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("settings.toml");
        let mut settings = Settings::load(&file);
        settings.theme = Theme::Dark;
        settings.text_size = 130;
        settings.save().expect("saved");
        assert_eq!(Settings::load(&file), settings);
        std::fs::write(&file, "theme = 7").expect("written");
        assert_eq!(Settings::load(&file).theme, Theme::Light);
    }
}
