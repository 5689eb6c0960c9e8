package org.gatehouse.console;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Rows that are read when they are shown, in an order of their own. */
public class Lines<T> extends LazyDataModel<T> {
    private static final long serialVersionUID = 1L;

    private final transient IntSupplier count;
    private final transient BiFunction<Integer, Integer, List<T>> rows;

    /**
     * Rows that are counted and read so.
     *
     * @param rows those after so many, at most so many
     */
    public Lines(IntSupplier count, BiFunction<Integer, Integer, List<T>> rows) {
        this.count = count;
        this.rows = rows;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return count.getAsInt();
    }

    @Override
    public List<T> load(int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
        return rows.apply(first, pageSize);
    }
}
