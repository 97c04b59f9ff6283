package app.hark.delivery;

import java.util.Optional;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.NamingStrategy;

/** Has Spring Data write names without quotes, as the migrations do: the two databases fold bare names differently. */
@Configuration
class Repositories extends AbstractJdbcConfiguration {

	@Override
	public JdbcMappingContext jdbcMappingContext(Optional<NamingStrategy> naming, JdbcCustomConversions conversions,
			RelationalManagedTypes types) {
		var context = super.jdbcMappingContext(naming, conversions, types);
		context.setForceQuote(false);
		return context;
	}
}
