package app.hark.audit;

import java.time.Duration;

import app.hark.drive.HarkServer;
import app.hark.drive.Proxy;

/**
 * Strangers who write to each other at the same instant, one click that arrives many times, answers that are lost, and a
 * crowd in a small room.
 */
final class FirstContacts implements Drill {

	private static final int FEW = 4;

	@Override
	public String title(Scale scale) {
		return pairs(scale)
				+ " pairs in first contact at one instant, one click delivered 20 times, answers lost, 20 devices of "
				+ FEW + " people";
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = product.start(Scene.HEARTBEAT);
		try (Scene scene = Scene.on(hark, 2 * pairs(scale)); Proxy link = Proxy.before(hark)) {
			scene.read(hark.url(), 1);
			Crowd.each(scene.members.size(), i -> sender(scene, i).send(scene.members.get(i ^ 1).person(), "hello"));
			crowdOfStrangers(scene);
			sender(scene, 0).sendAtOnce(scene.members.get(1).person(), "one click", 20);
			loseAnswers(scene, link);
			// Few people with many devices: every inbox has many writers, and conversations overlap in every way.
			scene.write(hark.url(), 20, Duration.ZERO, scene.members.subList(0, FEW));
			scene.awaitSends(scale.pick(600, 2_000));
			return scene.end();
		}
	}

	/** Everybody writes to the same few, whom they have never met. */
	private static void crowdOfStrangers(Scene scene) throws InterruptedException {
		Crowd.each(scene.members.size() - FEW, i -> {
			for (int few = 0; few < FEW; few++) {
				sender(scene, i + FEW).send(scene.members.get(few).person(), "we have not met");
			}
		});
	}

	private static void loseAnswers(Scene scene, Proxy link) {
		scene.breaking(() -> {
			link.loseAnswersTo("/messages");
			Thread patient = Thread.ofVirtual().start(
					() -> scene.sender(scene.members.get(2).device().via(link.url())).send(
							scene.members.get(3).person(),
							"is anybody there?"));
			scene.awaitUnanswered(3);
			link.heal();
			join(patient);
		});
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		} catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

	private static Sender sender(Scene scene, int member) {
		return scene.sender(scene.members.get(member).device());
	}

	private static int pairs(Scale scale) {
		return scale.pick(10, 100);
	}
}
