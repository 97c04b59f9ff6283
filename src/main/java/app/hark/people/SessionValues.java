package app.hark.people;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What sessions hold. Who is signed in and the token of their forms is made of its bytes once and not with each request: for a page
 * in which nothing is new that takes as long as a statement. Nothing is trusted that the database does not say each time, since
 * the bytes are what it is known by.
 */
final class SessionValues implements Converter<byte[], Object> {

	/** In bytes as they are stored and {@link #AROUND} them; as objects they take two or three times as much. */
	private static final long ROOM = 4_000_000;

	private static final int AROUND = 300;

	/** As long as somebody looks up from what they do. */
	private static final Duration KEPT = Duration.ofMinutes(10);

	private final Converter<byte[], Object> made;
	private final Cache<ByteBuffer, Object> known = Caffeine.newBuilder().maximumWeight(ROOM)
			.weigher((ByteBuffer stored, Object _) -> stored.capacity() + AROUND).expireAfterAccess(KEPT).build();

	/** @param loader knows the classes of what is stored */
	SessionValues(ClassLoader loader) {
		made = new DeserializingConverter(loader);
	}

	@Override
	public Object convert(byte[] stored) {
		var bytes = ByteBuffer.wrap(stored);
		Object value = known.getIfPresent(bytes);
		if (value == null) {
			value = requireNonNull(made.convert(stored));
			if (stays(value)) {
				known.put(bytes, value);
			}
		}
		return value instanceof SecurityContext context ? own(context) : value;
	}

	/** What one request changes in place, such as a notice for the next page, must not be changed for another. */
	private static boolean stays(Object value) {
		return value instanceof SecurityContext || value instanceof CsrfToken;
	}

	/** Signing out empties the context of its request; whoever is in it nobody changes. */
	private static SecurityContext own(SecurityContext shared) {
		var own = new SecurityContextImpl();
		own.setAuthentication(shared.getAuthentication());
		return own;
	}
}
