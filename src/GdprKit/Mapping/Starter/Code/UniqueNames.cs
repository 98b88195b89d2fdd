namespace GdprKit.Mapping;

/// <summary>Gives every thing a name that no other has. Files are named after classes, so upper and lower case do not tell names apart.</summary>
internal sealed class UniqueNames(params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first of the names that is free; when none is, the last with a number.</summary>
    public string Take(params IReadOnlyList<string> names)
    {
        var name = names.FirstOrDefault(each => !_taken.Contains(each))
            ?? Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{names[^1]}{number}").First(each => !_taken.Contains(each));
        _taken.Add(name);
        return name;
    }
}
