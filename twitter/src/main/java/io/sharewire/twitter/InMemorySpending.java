package io.sharewire.twitter;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was spent since the process began. */
final class InMemorySpending implements TwitterSpending {

    private final Map<YearMonth, BigDecimal> spent = new ConcurrentHashMap<>();

    @Override
    public BigDecimal spent(YearMonth month) {
        return spent.getOrDefault(month, BigDecimal.ZERO);
    }

    @Override
    public void add(YearMonth month, BigDecimal amount) {
        spent.merge(month, amount, BigDecimal::add);
    }
}
