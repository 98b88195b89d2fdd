using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Makes a condition of a statement of a <see cref="HeadFilter"/>, or of what shields, with the values that belong to it.</summary>
internal sealed class HeadConditions
{
    private readonly List<Argument> _arguments = [];

    public Argument[] Arguments => [.. _arguments];

    /// <summary>The name of a value that was added.</summary>
    public string Add(object value)
    {
        var name = $"@p{_arguments.Count}";
        _arguments.Add(new Argument(name, value));
        return name;
    }

    /// <summary>A filter as a condition on the columns of an alias.</summary>
    public string Of(HeadFilter where, string alias)
    {
        var conditions = new List<string>();
        if (!where.Kind.IsDefault)
        {
            conditions.Add($"{alias}.stream_kind = {Add(where.Kind.ToString())}");
        }

        if (where.Subject is { } subject)
        {
            conditions.Add($"{alias}.subject = {Add(StoredBytes.Of(subject))}");
        }

        if (where.Key is { } key)
        {
            conditions.Add($"{alias}.stream_key = {Add(key.ToString())}");
        }

        if (!where.Statuses.IsEmpty)
        {
            conditions.Add($"{alias}.status IN ({string.Join(", ", where.Statuses.Select(status => Add(status.ToString())))})");
        }

        if (where.DueBefore is { } due)
        {
            conditions.Add($"{alias}.due < {Add(BoundOf(due))}");
        }

        if (where.SinceBefore is { } since)
        {
            conditions.Add($"{alias}.since < {Add(BoundOf(since))}");
        }

        if (where.FoldedBelow is { } version)
        {
            conditions.Add($"{alias}.fold_version < {Add(version)}");
        }

        return string.Join(" AND ", conditions);
    }

    /// <summary>That a head shields, as a condition on the columns of an alias: of another version, or in no state that releases.</summary>
    public string Of(ValueList<ShieldingStreams> streams, string alias) => $"({string.Join(" OR ", streams.Select(each => Of(each, alias)))})";

    private string Of(ShieldingStreams streams, string alias)
    {
        var kind = $"{alias}.stream_kind = {Add(streams.Kind.ToString())}";
        return streams.ReleasedIn.IsEmpty
            ? kind
            : $"({kind} AND ({alias}.fold_version <> {Add(streams.FoldVersion)} OR {alias}.status NOT IN ({string.Join(", ", streams.ReleasedIn.Select(status => Add(status.ToString())))})))";
    }

    // What is stored is whole microseconds, so it lies before an instant between two of them when it lies before the later one.
    private static long BoundOf(NodaTime.Instant instant)
    {
        var microseconds = LedgerTime.ToMicroseconds(instant);
        return LedgerTime.FromMicroseconds(microseconds) < instant ? microseconds + 1 : microseconds;
    }
}
