package app.hark.delivery;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.hark.drive.HarkTest;

@HarkTest
class DeliveryTest {

	/** More than there are connections. */
	private static final int CROWD = 40;

	@Autowired Delivery delivery;

	@Autowired JdbcClient jdbc;

	@Test
	void aCrowdThatWritesKeepsNobodyWaitingWhoReads() throws Exception {
		CountDownLatch come = new CountDownLatch(CROWD);
		CountDownLatch end = new CountDownLatch(1);
		AtomicInteger writing = new AtomicInteger();
		try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Boolean>> writers = IntStream.range(0, CROWD)
					.mapToObj(_ -> crowd.submit(() -> {
						come.countDown();
						return delivery.commit(_ -> write(writing, end));
					})).toList();
			try {
				come.await();
				eventually(() -> assertThat(writing).hasValueGreaterThanOrEqualTo(8));

				Future<Integer> reader = crowd.submit(() -> jdbc.sql("select 1").query(Integer.class).single());
				assertThat(reader.get(5, TimeUnit.SECONDS)).isEqualTo(1);
			} finally {
				end.countDown();
			}
			for (Future<Boolean> writer : writers) {
				assertThat(writer.get(20, TimeUnit.SECONDS)).isTrue();
			}
		}
	}

	/** Stays in its transaction, and on its connection, until everybody may end. */
	private boolean write(AtomicInteger writing, CountDownLatch end) {
		writing.incrementAndGet();
		try {
			return end.await(20, TimeUnit.SECONDS);
		} catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}
}
