package app.hark.audit;

import static app.hark.drive.Eventually.eventually;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

import app.hark.drive.Client;

/** Somebody's account, from the device that stays signed in. Used by one thread at a time. */
final class Account {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private final Scene scene;

	private final Scene.Member member;

	private String password;

	private int changes;

	Account(Scene scene, Scene.Member member) {
		this.scene = scene;
		this.member = member;
		this.password = member.person().password();
	}

	/** Signs in on one more device, which follows the stream. */
	Visit visit(boolean remembered) {
		Set<String> before = sessions();
		Client device = member.device().another();
		Map<String, String> form = new HashMap<>(Map.of("username", member.person().username(), "password", password));
		if (remembered) {
			form.put("rememberMe", "on");
		}
		submit(device, "/sign-in", form);
		String cursor = device.list().cursor();
		String session = sessions().stream().filter(one -> !before.contains(one)).findFirst().orElseThrow();
		return Visit.begin(scene, member, device, session, cursor);
	}

	void endFromElsewhere(Visit visit) {
		member.device().submit("/account/sessions/end", Map.of("session", visit.session)).expectRedirect();
	}

	void changePassword() {
		String next = member.person().password() + " no. " + ++changes;
		submit(member.device(), "/account/password", Map.of("currentPassword", password, "newPassword", next));
		password = next;
	}

	/** Again for as long as the server says that it has too many passwords to compare at the moment. */
	private static void submit(Client device, String path, Map<String, String> form) {
		eventually(PATIENCE, () -> device.submit(path, form).expectRedirect());
	}

	/** What the forms call the other sessions. */
	private Set<String> sessions() {
		return member.device().get("/account").expect(200).html().elements("//input[@name='session']").stream()
				.map((Element field) -> field.getAttribute("value")).collect(Collectors.toSet());
	}
}
