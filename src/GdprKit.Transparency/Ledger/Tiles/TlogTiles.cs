using System.Globalization;

namespace GdprKit.Transparency;

/// <summary>The paths of the files in which a tree is served (C2SP, tlog-tiles).</summary>
internal static class TlogTiles
{
    /// <summary>How many levels of the tree one tile spans.</summary>
    public const int Height = 8;

    /// <summary>How many hashes, or entries, a full tile has.</summary>
    public const int Width = 1 << Height;

    public const string Checkpoint = "checkpoint";

    /// <summary>A tile of hashes.</summary>
    public static string PathOf(int level, long index, int width = Width) => string.Create(CultureInfo.InvariantCulture, $"tile/{level}/{Number(index)}{Partial(width)}");

    /// <summary>A bundle of entries.</summary>
    public static string EntriesPathOf(long index, int width = Width) => $"tile/entries/{Number(index)}{Partial(width)}";

    /// <summary>The folder of the tiles that stood in the place of a full one.</summary>
    public static string PartialsOf(string path) => $"{path}.p";

    private static string Partial(int width) => width == Width ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{width}");

    // In groups of three digits, so that no folder grows large: 1234067 is x001/x234/067.
    private static string Number(long index)
    {
        var text = (index % 1_000).ToString("000", CultureInfo.InvariantCulture);
        for (var rest = index / 1_000; rest > 0; rest /= 1_000)
        {
            text = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1_000:000}/{text}");
        }

        return text;
    }
}
