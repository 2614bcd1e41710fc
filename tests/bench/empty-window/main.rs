//! A window with one line in it.

fn main() {
    // SAFETY: the first thing `main` does; no other thread can be reading the environment.
    unsafe { std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1") };
    let built = tauri::Builder::default().run(tauri::generate_context!());
    if let Err(error) = built {
        eprintln!("{error}");
        std::process::exit(1);
    }
}
