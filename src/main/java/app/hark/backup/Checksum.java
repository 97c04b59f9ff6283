package app.hark.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What all rows of a table come to, in whatever order a database gives them: how many they are, and the sum of a part of the
 * SHA-256 of each.
 */
final class Checksum {

	private final MessageDigest digest;
	private long rows;
	private long sum;

	Checksum() {
		try {
			digest = MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}

	/** Adds the row at which the cursor stands. */
	void add(ResultSet row, int columns) throws SQLException {
		for (int column = 1; column <= columns; column++) {
			digest.update(canonical(value(row, column)).getBytes(StandardCharsets.UTF_8));
			digest.update((byte) 0);
		}
		byte[] hash = digest.digest();
		long part = 0;
		for (int i = 0; i < Long.BYTES; i++) {
			part = part << Byte.SIZE | hash[i] & 0xFF;
		}
		sum += part;
		rows++;
	}

	/** As both databases take it and give it back. */
	static @Nullable Object value(ResultSet row, int column) throws SQLException {
		return switch (row.getMetaData().getColumnTypeName(column).toLowerCase(Locale.ROOT)) {
			case "timestamp with time zone", "timestamptz" -> row.getObject(column, OffsetDateTime.class);
			case "binary varying", "bytea" -> row.getBytes(column);
			default -> row.getObject(column);
		};
	}

	private static String canonical(@Nullable Object value) {
		return switch (value) {
			case null -> "null";
			case OffsetDateTime time -> "t" + time.toInstant();
			case byte[] bytes -> "b" + HexFormat.of().formatHex(bytes);
			default -> "v" + value;
		};
	}

	long rows() {
		return rows;
	}

	/** Also the number of rows. */
	@Override
	public String toString() {
		return "%,d rows, %s".formatted(rows, HexFormat.of().toHexDigits(sum));
	}
}
