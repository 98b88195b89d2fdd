namespace GdprKit;

/// <summary>Whether people must be told of a change (WP260 rev.01, paragraphs 29-31). <see cref="RegisterDiff"/> holds the rules.</summary>
public enum ChangeSignificance
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>What happens to people's data stays the same, or becomes less; the notice is corrected and nobody is asked or told again.</summary>
    Editorial,

    /// <summary>What happens to people's data changes or becomes more, or may do so; everybody whose data are held is told.</summary>
    Material,
}
