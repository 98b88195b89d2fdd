namespace GdprKit.Register;

/// <summary>Finds the name that somebody meant who mistyped one.</summary>
internal static class NearestName
{
    // Beyond two letters added, left out or changed, a suggestion would be a guess.
    private const int Furthest = 2;

    /// <summary>The nearest of some names, or <see langword="null"/> when none is near.</summary>
    public static string? Suggest(string typed, IEnumerable<string> known)
    {
        var near =
            from name in known
            where Math.Abs(typed.Length - name.Length) <= Furthest
            let distance = EditDistance.Between(typed, name)
            // A short name shares most of its letters with any other.
            where distance <= Math.Min(Furthest, name.Length / 2)
            orderby distance
            select name;
        return near.FirstOrDefault();
    }
}
