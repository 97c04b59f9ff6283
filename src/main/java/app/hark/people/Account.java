package app.hark.people;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** Somebody's account as it is stored. */
@Table("person")
record Account(@Id @Nullable Long id, String username, String displayName, String passwordHash, boolean administrator,
		Instant createdAt) {

	long identity() {
		return java.util.Objects.requireNonNull(id, "not stored yet");
	}
}
