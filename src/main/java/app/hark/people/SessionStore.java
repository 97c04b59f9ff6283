package app.hark.people;

import static java.util.Objects.requireNonNull;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * The sessions in the database.
 * <p>
 * Lets two requests of one session set the same attribute at once, as a form does that is sent twice: the later one counts.
 * With the plain insert of the library the second would fail when everything it was for is done.
 */
@Configuration(proxyBeanMethods = false)
class SessionStore {

	private static final String H2_MERGE = """
			merge into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
			key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) values (?, ?, ?)""";

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributes(JdbcConnectionDetails database) {
		return DatabaseDriver.fromJdbcUrl(database.getJdbcUrl()) == DatabaseDriver.POSTGRESQL
				? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
				: sessions -> sessions.setCreateSessionAttributeQuery(H2_MERGE);
	}

	/** By this name the library looks for it. */
	@Bean
	ConversionService springSessionConversionService(ResourceLoader resources) {
		var conversions = new GenericConversionService();
		conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
		conversions.addConverter(byte[].class, Object.class,
				new SessionValues(requireNonNull(resources.getClassLoader())));
		return conversions;
	}

	@Bean
	static BeanPostProcessor sparing() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return bean instanceof JdbcIndexedSessionRepository sessions ? SparingSessions.in(sessions) : bean;
			}
		};
	}
}
