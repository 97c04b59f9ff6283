package app.hark.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Compresses scripts and stylesheets once, at the best level, and sends each as one piece. Tomcat would compress them anew for
 * every request, in pieces of half a kilobyte with a frame around each.
 */
final class Packed extends OncePerRequestFilter {

	/** There are as many as there are files: what is not found is not kept. */
	private final Map<String, byte[]> packed = new ConcurrentHashMap<>();

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
		return !request.getMethod().equals("GET") || !request.getRequestURI().matches(".*\\.(js|css)")
				|| accepted == null || !accepted.matches("(?i)(.*[, ])?gzip *(,.*)?")
				|| request.getHeader(HttpHeaders.RANGE) != null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var whole = new ContentCachingResponseWrapper(response) {

			// Of what is packed nobody gets a part.
			@Override
			public void setHeader(String name, String value) {
				if (!name.equals(HttpHeaders.ACCEPT_RANGES)) {
					super.setHeader(name, value);
				}
			}
		};
		chain.doFilter(request, whole);
		byte[] file = whole.getContentAsByteArray();
		if (whole.getStatus() != HttpServletResponse.SC_OK || file.length == 0) {
			whole.copyBodyToResponse();
			return;
		}
		byte[] small = packed.computeIfAbsent(request.getRequestURI(), _ -> pack(file));
		response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		response.setContentLength(small.length);
		response.getOutputStream().write(small);
	}

	private static byte[] pack(byte[] file) {
		var bytes = new ByteArrayOutputStream();
		try (var gzip = new GZIPOutputStream(bytes) {
			{
				def.setLevel(Deflater.BEST_COMPRESSION);
			}
		}) {
			gzip.write(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}
}
