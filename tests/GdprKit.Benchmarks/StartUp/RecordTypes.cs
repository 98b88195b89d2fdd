namespace GdprKit.Benchmarks.StartUp;

/// <summary>Many classes of one shape. Each is named in code and not put together by reflection, so that it can be compiled ahead as those of a host are.</summary>
internal static class RecordTypes
{
    public static IReadOnlyList<RecordType> All { get; } =
    [
        .. Row<bool>(), .. Row<byte>(), .. Row<sbyte>(), .. Row<short>(), .. Row<ushort>(), .. Row<int>(), .. Row<uint>(), .. Row<long>(),
        .. Row<ulong>(), .. Row<float>(), .. Row<double>(), .. Row<decimal>(), .. Row<char>(), .. Row<Guid>(), .. Row<DateOnly>(), .. Row<TimeOnly>(),
    ];

    private static RecordType[] Row<TRow>() =>
    [
        Of<TRow, bool>(), Of<TRow, byte>(), Of<TRow, sbyte>(), Of<TRow, short>(), Of<TRow, ushort>(), Of<TRow, int>(), Of<TRow, uint>(), Of<TRow, long>(),
        Of<TRow, ulong>(), Of<TRow, float>(), Of<TRow, double>(), Of<TRow, decimal>(), Of<TRow, char>(), Of<TRow, Guid>(), Of<TRow, DateOnly>(), Of<TRow, TimeOnly>(),
    ];

    private static RecordType Of<TRow, TColumn>() =>
        new(typeof(Record<TRow, TColumn>), gdpr => gdpr.AddMap<Record<TRow, TColumn>>(RecordMap<TRow, TColumn>.Configure));
}
