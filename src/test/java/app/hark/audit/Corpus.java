package app.hark.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that have broken something somewhere, and a generator that mixes them. What runs as script sets {@code pwned}. */
final class Corpus {

	static final List<String> PIECES = List.of("<script>window.pwned=1</script>",
			"<img src=x onerror=\"window.pwned=1\">",
			"\"><svg onload=pwned=1>", "'><body onpageshow=pwned=1>", "</textarea><script>pwned=1</script>",
			"</p></article></li><script>pwned=1</script>", "<!--", "-->", "]]>", "<![CDATA[", "<plaintext>",
			"<base href=//x>",
			"<template hx-on:load=\"pwned=1\">", "<div hx-get=/sign-out hx-trigger=load>",
			"<meta http-equiv=refresh content=0>",
			"<style>*{display:none}</style>", "<article id=\"message-1\" data-order=\"1\">",
			"<li id=\"conversation-1\">",
			"<input name=_csrf value=x>", "&lt;b&gt; &amp; &#0; &#x1F4A9; &nosuch;", "&#13;&#10;",
			"javascript:pwned=1//",
			"https://a.example/\"onmouseover=\"pwned=1", "https://x.example/'><script>pwned=1</script>",
			"data:text/html,<script>",
			"${7*7}", "*{7*7}", "#{sign-in}", "~{web/layout}", "[[${T(java.lang.Runtime).getRuntime().exec('id')}]]",
			"[(${7*7})]", "__${T(java.lang.System).exit(1)}__::.x", "{{7*7}}", "<%= 7*7 %>", "#set($x=1)", "%{7*7}",
			"' or '1'='1", "'; drop table message; --", "\" or 1=1 --", "') union select password_hash from person --",
			"%", "_",
			"\\", "\\u0000", "$${jndi:ldap://x}", "${jndi:ldap://127.0.0.1/x}", "%s%n%d", "%00",
			"%0d%0aSet-Cookie: a=b",
			"data: x", "event: message", "id: 1.a", "retry: 0", ": comment", "\nevent: reset\ndata: x\n\n", "\r\r",
			"\r\n\r\n",
			"\ndata: </script>\n\nevent: signed-out\ndata:\n\n", "\r", "\n", "\t", " ", "\u2028", "\u2029", "\u0085",
			"\u000b", "\u0000",
			"\u0007", "\u001b[31m", "\u007f", "\u202e\u202dright to left\u202c", "\u2066\u2067\u2068", "\u061c",
			"\u200b", "\u200d",
			"\ufeff", "\u00ad", "\u034f", "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307",
			"Z\u0351\u0368\u0312\u0358\u0321",
			"\u0e33\u0e4d\u0e49\u0e49\u0e49", "👩🏽‍🚀", "🏴\udb40\udc67\udb40\udc62\udb40\udc7f", "𝕳𝖆𝖗𝖐",
			"\uD83D\uDCA9", "\uD800", "\uDC00",
			"\uDC00\uD800", "\uFFFE", "\uFFFF", "\uFFFD", "\uDBFF\uDFFF", "الله", "ﷺ", "ﬀ", "ß", "İ", "ı", "\u1e9e",
			"../../etc/passwd",
			"..%2f..%2f", ";jsessionid=1", "/%2e%2e/", "null", "undefined", "NaN", "true", "-1", "0",
			"9223372036854775808", "1e309",
			"999999999999999999999999", "1.0", "0x1", "[]", "{\"a\":1}", "a[b].c", "class.module.classLoader.x",
			"__proto__",
			"constructor", "#11111111-1111", "www.example.org", "me@example.org", "http://[::1]:80/",
			"http://user:pw@x.example/");

	private static final int[] BEGINNINGS = {0x0, 0x20, 0x80, 0x300, 0x5d0, 0x600, 0xe00, 0x2000, 0x3040, 0xac00,
			0xd7f0, 0xe000,
			0xfe00, 0xfff0, 0x1f600, 0xe0000, 0x10fff0};

	private Corpus() {
	}

	/** Up to five of the pieces or runs of characters of one block; one in 500 is as long as a book. */
	static String text(RandomGenerator random) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(5); i >= 0; i--) {
			text.append(random.nextInt(3) > 0 ? PIECES.get(random.nextInt(PIECES.size())) : run(random));
		}
		return random.nextInt(500) == 0 ? text.toString().repeat(1 + 1_500_000 / text.length()) : text.toString();
	}

	private static String run(RandomGenerator random) {
		StringBuilder run = new StringBuilder();
		int beginning = BEGINNINGS[random.nextInt(BEGINNINGS.length)];
		for (int i = random.nextInt(12); i >= 0; i--) {
			run.appendCodePoint(beginning + random.nextInt(0x40) & 0x10ffff);
		}
		return run.toString();
	}

	/** Whether it has to be taken as a message, by the rule that the surface states. */
	static boolean isMessage(String text) {
		return text.codePoints().noneMatch(Corpus::isRefused) && asKept(text).codePoints().count() <= 8_000;
	}

	private static boolean isRefused(int character) {
		return Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0
				|| Character.getType(character) == Character.SURROGATE;
	}

	static String asKept(String text) {
		return text.replace("\r\n", "\n").replace('\r', '\n');
	}

	/** Every byte as {@code %XX}. Half a surrogate pair becomes the three bytes that it would have if it were a character. */
	static String encoded(String text) {
		StringBuilder encoded = new StringBuilder();
		text.codePoints().forEach(character -> {
			byte[] bytes = Character.getType(character) == Character.SURROGATE
					? new byte[]{(byte) (0xe0 | character >> 12), (byte) (0x80 | character >> 6 & 0x3f),
							(byte) (0x80 | character & 0x3f)}
					: Character.toString(character).getBytes(StandardCharsets.UTF_8);
			for (byte one : bytes) {
				encoded.append('%').append(Character.forDigit(one >> 4 & 0xf, 16))
						.append(Character.forDigit(one & 0xf, 16));
			}
		});
		return encoded.toString();
	}
}
