//! Small copies of pictures for the window, upright, and the day a picture was taken.

use std::io::Cursor;

use chrono::NaiveDate;
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage};

/// Width and height, in pixels, within which a thumbnail stays.
pub const THUMBNAIL: u32 = 240;
/// Width and height, in pixels, within which a picture to look at stays (domain.md §1.5).
pub const VIEW: u32 = 1600;
/// Of JPEG, 1–100.
const QUALITY: u8 = 82;

/// What was made of a picture.
#[derive(Debug, Default)]
pub struct Scaled {
    /// (the bound: [`THUMBNAIL`] or [`VIEW`], JPEG bytes).
    pub copies: Vec<(u32, Vec<u8>)>,
    /// From EXIF.
    pub taken_on: Option<NaiveDate>,
}

/// Copies of a picture; none when the bytes are no picture this program reads. Never fails: a file that is no picture
/// is an attachment all the same.
pub fn scale(bytes: &[u8]) -> Scaled {
    let Some((picture, taken_on)) = decode(bytes) else { return Scaled::default() };
    let copies = [THUMBNAIL, VIEW].into_iter().filter_map(|bound| Some((bound, jpeg(&picture, bound)?))).collect();
    Scaled { copies, taken_on }
}

fn decode(bytes: &[u8]) -> Option<(DynamicImage, Option<NaiveDate>)> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(30_000);
    limits.max_image_height = Some(30_000);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let taken_on = decoder.exif_metadata().ok().flatten().and_then(taken_on);
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    Some((picture, taken_on))
}

/// DateTimeOriginal (2021:02:20 09:30:00), else DateTime.
fn taken_on(exif: Vec<u8>) -> Option<NaiveDate> {
    let exif = exif::Reader::new().read_raw(exif).ok()?;
    let field = [exif::Tag::DateTimeOriginal, exif::Tag::DateTime]
        .into_iter()
        .find_map(|tag| exif.get_field(tag, exif::In::PRIMARY))?;
    let exif::Value::Ascii(lines) = &field.value else { return None };
    let stamp = exif::DateTime::from_ascii(lines.first()?).ok()?;
    NaiveDate::from_ymd_opt(stamp.year.into(), stamp.month.into(), stamp.day.into())
}

/// Never larger than it was; what is transparent becomes white.
fn jpeg(picture: &DynamicImage, bound: u32) -> Option<Vec<u8>> {
    let small = match picture.width() > bound || picture.height() > bound {
        true => picture.thumbnail(bound, bound),
        false => picture.clone(),
    };
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&on_white(&small)).ok()?;
    Some(bytes)
}

fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let source = picture.to_rgba8();
    RgbImage::from_fn(source.width(), source.height(), |x, y| {
        let [r, g, b, a] = source.get_pixel(x, y).0;
        let over = |c: u8| ((u32::from(c) * u32::from(a) + 255 * (255 - u32::from(a))) / 255) as u8;
        image::Rgb([over(r), over(g), over(b)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG of 40 × 20 with EXIF: to be turned by 90°, taken on 2021-02-20.
    fn photograph() -> Vec<u8> {
        let mut plain = Vec::new();
        JpegEncoder::new(&mut plain).encode_image(&RgbImage::new(40, 20)).expect("a picture");
        // TIFF, little endian: Orientation (0x0112, SHORT) = 6 and DateTime (0x0132, ASCII 20 at offset 38).
        let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
        tiff.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
        tiff.extend(b"\x32\x01\x02\0\x14\0\0\0\x26\0\0\0");
        tiff.extend(b"\0\0\0\0");
        tiff.extend(b"2021:02:20 09:30:00\0");
        let length = (2 + 6 + tiff.len()) as u16;
        let mut bytes = plain[..2].to_vec();
        bytes.extend([0xff, 0xe1]);
        bytes.extend(length.to_be_bytes());
        bytes.extend(b"Exif\0\0");
        bytes.extend(&tiff);
        bytes.extend(&plain[2..]);
        bytes
    }

    #[test]
    fn a_photograph_stands_upright_and_tells_its_day() {
        let scaled = scale(&photograph());
        assert_eq!(scaled.taken_on, NaiveDate::from_ymd_opt(2021, 2, 20));
        let small = image::load_from_memory(&scaled.copies[0].1).expect("the thumbnail");
        assert_eq!((small.width(), small.height()), (20, 40));
    }

    #[test]
    fn large_becomes_small_and_small_stays() {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgba8(3200, 800).write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
        let sizes: Vec<_> = scale(bytes.get_ref())
            .copies
            .iter()
            .map(|(_, bytes)| image::load_from_memory(bytes).map(|one| (one.width(), one.height())).expect("a copy"))
            .collect();
        assert_eq!(sizes, [(240, 60), (1600, 400)]);
    }

    #[test]
    fn what_is_no_picture_has_no_copies() {
        assert!(scale(b"").copies.is_empty());
        assert!(scale(b"\xff\xd8\xff\xe0 not really").copies.is_empty());
        assert!(scale(&photograph()[..60]).copies.is_empty());
    }
}
