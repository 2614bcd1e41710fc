//! A notification of the desktop. One that cannot be shown is logged: the same things stand in the window.

use changwu_core::texts;

/// Shows it; returns at once.
#[cfg(target_os = "linux")]
pub fn show(title: &str, body: &str) {
    use gtk::gio::{BusType, Cancellable, DBusCallFlags, bus_get};
    use gtk::glib::ToVariant;

    let hints = gtk::glib::VariantDict::new(None);
    // (application, replaces, icon, summary, body, actions, hints, milliseconds or -1 for the desktop's own)
    let told = (
        texts::window::program().to_variant(),
        0u32.to_variant(),
        "changwu".to_variant(),
        title.to_variant(),
        escaped(body).to_variant(),
        Vec::<String>::new().to_variant(),
        hints.end(),
        (-1i32).to_variant(),
    );
    let told = gtk::glib::Variant::tuple_from_iter([told.0, told.1, told.2, told.3, told.4, told.5, told.6, told.7]);
    gtk::glib::MainContext::default().invoke(move || {
        bus_get(BusType::Session, Cancellable::NONE, move |bus| match bus {
            Ok(bus) => bus.call(
                Some("org.freedesktop.Notifications"),
                "/org/freedesktop/Notifications",
                "org.freedesktop.Notifications",
                "Notify",
                Some(&told),
                None,
                DBusCallFlags::NONE,
                5_000,
                Cancellable::NONE,
                |answer| {
                    if let Err(error) = answer {
                        log::warn!("a notification was not shown: {error}");
                    }
                },
            ),
            Err(error) => log::warn!("a notification was not shown: {error}"),
        });
    });
}

/// Bodies are markup on Linux.
#[cfg(target_os = "linux")]
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Shows it; returns at once.
#[cfg(not(target_os = "linux"))]
pub fn show(title: &str, body: &str) {
    let (title, body) = (title.to_owned(), body.to_owned());
    std::thread::spawn(move || {
        let shown =
            notify_rust::Notification::new().appname(texts::window::program()).summary(&title).body(&body).show();
        if let Err(error) = shown {
            log::warn!("a notification was not shown: {error}");
        }
    });
}
