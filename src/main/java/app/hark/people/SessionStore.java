package app.hark.people;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
