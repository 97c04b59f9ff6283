package app.hark.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

class SessionValuesTest {

	private final SessionValues values = new SessionValues(SessionValuesTest.class.getClassLoader());

	private static byte[] signedIn(long id) {
		var person = new SignedIn(id, "ada");
		return new SerializingConverter().convert(new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(person, null, List.of())));
	}

	private SecurityContext read(byte[] stored) {
		return (SecurityContext) values.convert(stored);
	}

	@Test
	void isMadeOnceOfTheSameBytes() {
		assertThat(read(signedIn(1)).getAuthentication()).isSameAs(read(signedIn(1)).getAuthentication());
	}

	@Test
	void isSomebodyElseWhereTheBytesAreOthers() {
		read(signedIn(1));

		assertThat(SignedIn.of(Objects.requireNonNull(read(signedIn(2)).getAuthentication())).id()).isEqualTo(2);
	}

	/** As signing out does, while another request of the same session is answered. */
	@Test
	void isNotWhatAnotherRequestMadeOfIt() {
		var other = read(signedIn(1));

		read(signedIn(1)).setAuthentication(null);

		assertThat(other.getAuthentication()).isNotNull();
		assertThat(read(signedIn(1)).getAuthentication()).isNotNull();
	}
}
