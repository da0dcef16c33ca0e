"""Pictures in Markdown: found where they are pictures, and nowhere else."""

from __future__ import annotations

import pytest

from newstui.formats.articles.images import picture_addresses, picture_name, picture_suffix, with_pictures

TEXT = """![A \\[quay\\]](https://a.example/1.png) and [![](https://a.example/2.png)](https://a.example/page)

```
![code](https://a.example/3.png)
```

![again](https://a.example/1.png) ![mine](../4.png) ![mail](mailto:x) ![bad](https://[) [link](https://a.example/5.png)

~~~
![code to the end](https://a.example/6.png)"""


def test_pictures_are_found_in_the_order_of_the_text() -> None:
    assert picture_addresses(TEXT) == ["https://a.example/1.png", "https://a.example/2.png"]


def test_only_what_is_a_file_now_points_to_one() -> None:
    paths = {f"https://a.example/{number}.png": f"../.images/x/{number}.png" for number in (1, 3, 5, 6)}
    expected = TEXT.replace("https://a.example/1.png", "../.images/x/1.png")
    assert with_pictures(TEXT, paths) == expected
    assert with_pictures(TEXT, {}) == TEXT


@pytest.mark.parametrize(("raw", "suffix"), [
    (b"\x89PNG\r\n\x1a\n....", "png"), (b"\xff\xd8\xff\xe0", "jpg"), (b"GIF89a..", "gif"), (b"GIF87a..", "gif"),
    (b"RIFF\0\0\0\0WEBPVP8 ", "webp"), (b"\0\0\0\x20ftypavif\0\0\0\0avifmif1", "avif"),
    (b"\0\0\0\x20ftypmif1\0\0\0\0mif1avif", "avif"), (b"\0\0\0\x20ftypisom\0\0\0\0isomiso2", None),
    (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None), (b"RIFF\0\0\0\0WAVE", None), (b"", None), (b"PNG", None),
])  # fmt: skip
def test_a_picture_is_known_by_its_first_bytes(raw: bytes, suffix: str | None) -> None:
    assert picture_suffix(raw) == suffix


def test_the_same_picture_has_one_name() -> None:
    png = b"\x89PNG\r\n\x1a\n"
    one, same, other = (picture_name(png + words) for words in (b"sea", b"sea", b"quay"))
    assert one == same != other
    assert one
    assert one.endswith(".png")
    assert picture_name(b"<svg></svg>") is None
