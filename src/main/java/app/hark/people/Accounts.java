package app.hark.people;

import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The accounts. */
interface Accounts extends Repository<Account, Long> {

	Account save(Account account);

	Optional<Account> findById(long id);

	/** Usernames are stored in lower case. */
	Optional<Account> findByUsername(String username);

	boolean existsByUsername(String username);

	@Modifying
	@Query("update person set display_name = :displayName where id = :id")
	void rename(long id, String displayName);

	@Modifying
	@Query("update person set password_hash = :hash where id = :id")
	void changePassword(long id, String hash);

	@Modifying
	@Query("update person set password_hash = :hash where id = :id and password_hash = :old")
	void rehashPassword(long id, String old, String hash);

	/** Makes this account the administrator if there is none; the row's lock decides between two. */
	@Modifying
	@Query("update installation set administrator_id = :id where id = 1 and administrator_id is null")
	int claimAdministration(long id);

	@Modifying
	@Query("update person set administrator = true where id = :id")
	void makeAdministrator(long id);
}
