using NodaTime;

namespace GdprKit;

/// <summary>What was exported, in numbers that name nobody.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record PersonalDataExport
{
    /// <summary>For which right.</summary>
    public required RightsRequestKind Right { get; init; }

    /// <summary>When it was begun. What changed meanwhile stands in it or does not.</summary>
    public required Instant MadeAt { get; init; }

    /// <summary>The digest of the archive.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The size of the archive in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>How many kinds of rows there are about the person.</summary>
    public required int Tables { get; init; }

    /// <summary>How many rows and records there are.</summary>
    public required long Rows { get; init; }

    /// <summary>How many files of sources there are.</summary>
    public required int Files { get; init; }

    /// <summary>How many texts were withheld, because somebody else can be named in them and nobody has read them (<c>MayNameOthers</c>).</summary>
    public required long Withheld { get; init; }

    /// <summary>Where somebody has to look by hand, because the program cannot: the export tells the person that there is more. Always empty for portability.</summary>
    public required ValueList<ManualStore> Elsewhere { get; init; }
}
