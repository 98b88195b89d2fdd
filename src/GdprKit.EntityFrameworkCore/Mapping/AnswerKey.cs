using System.Diagnostics;
using System.Reflection;

namespace GdprKit.EntityFrameworkCore;

/// <summary>The answers of a row to many conditions, as bits: what a database groups rows by to count all answers at once.</summary>
internal sealed class AnswerKey
{
    public static IReadOnlyList<PropertyInfo> Parts { get; } =
        [.. new[] { nameof(First), nameof(Second), nameof(Third) }.Select(name => typeof(AnswerKey).GetProperty(name)!)];

    public long First { get; init; }

    public long Second { get; init; }

    public long Third { get; init; }

    public long this[int part] => part switch
    {
        0 => First,
        1 => Second,
        2 => Third,
        _ => throw new UnreachableException(),
    };
}
