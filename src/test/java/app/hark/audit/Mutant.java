package app.hark.audit;

import java.util.Arrays;

import org.springframework.boot.SpringApplication;

import app.hark.HarkApplication;

/** Starts Hark together with the {@link Mutation} that the first argument names. */
public final class Mutant {

	private Mutant() {
	}

	public static void main(String[] args) {
		new SpringApplication(HarkApplication.class, Mutation.valueOf(args[0]).configuration)
				.run(Arrays.copyOfRange(args, 1, args.length));
	}
}
