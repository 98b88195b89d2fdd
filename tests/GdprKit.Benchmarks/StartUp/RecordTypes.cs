namespace GdprKit.Benchmarks.StartUp;

/// <summary>Many classes of one shape.</summary>
internal static class RecordTypes
{
    private static readonly Type[] Marks =
    [
        typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long),
        typeof(ulong), typeof(float), typeof(double), typeof(decimal), typeof(char), typeof(Guid), typeof(DateOnly), typeof(TimeOnly),
    ];

    public static int Maximum => Marks.Length * Marks.Length;

    public static IEnumerable<Type> Records(int count) => Pairs(typeof(Record<,>), count);

    public static IEnumerable<Type> Maps(int count) => Pairs(typeof(RecordMap<,>), count);

    private static IEnumerable<Type> Pairs(Type generic, int count) =>
        Marks.SelectMany(row => Marks.Select(column => generic.MakeGenericType(row, column))).Take(count);
}
