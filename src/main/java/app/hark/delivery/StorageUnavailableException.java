package app.hark.delivery;

import java.io.Serial;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Nothing can be kept at present: the disk is full, or does not say within a bound that it has kept something. Trying again
 * later may do. There is a line about it in the log.
 */
public final class StorageUnavailableException extends TransientDataAccessResourceException {

	@Serial private static final long serialVersionUID = 1;

	StorageUnavailableException(String message) {
		super(message);
	}
}
