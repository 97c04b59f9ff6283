package app.hark.people;

import java.nio.ByteBuffer;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * What sessions hold, made from its bytes once and not with each request: for a page in which nothing is new that takes as long as
 * a statement. Nothing is trusted that the database does not say each time, since the bytes are what it is known by.
 */
final class SessionValues implements Converter<byte[], Object> {

	/** In bytes as they are stored; as objects they take a few times as much. */
	private static final long ROOM = 4_000_000;

	private final Converter<byte[], Object> made;
	private final Cache<ByteBuffer, Object> known = Caffeine.newBuilder().maximumWeight(ROOM)
			.weigher((ByteBuffer stored, Object _) -> stored.capacity()).build();

	/** @param loader knows the classes of what is stored */
	SessionValues(ClassLoader loader) {
		made = new DeserializingConverter(loader);
	}

	/** Signing out empties the context of its request, which must not be that of another. */
	@Override
	public Object convert(byte[] stored) {
		Object value = known.get(ByteBuffer.wrap(stored), _ -> Objects.requireNonNull(made.convert(stored)));
		return value instanceof SecurityContext context ? copy(context) : value;
	}

	private static SecurityContext copy(SecurityContext context) {
		var copy = new SecurityContextImpl();
		copy.setAuthentication(context.getAuthentication());
		return copy;
	}
}
