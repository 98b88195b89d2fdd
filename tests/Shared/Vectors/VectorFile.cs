using System.Text.Json;

namespace GdprKit;

/// <summary>
/// One file of the folder tests/vectors, or of the folder that the environment variable GDPRKIT_VECTORS names. Every file is
/// optional: an absent one has no cases, so a theory over it says <c>SkipTestWithoutData = true</c>.
/// </summary>
/// <example>
/// <code>
/// private static readonly VectorFile Vectors = VectorFile.Open("deadlines.json");
///
/// public static IEnumerable&lt;TheoryDataRow&lt;string&gt;&gt; Weeks => Vectors.Cases("weeks", vector => vector.GetProperty("id").GetString());
///
/// [Theory(SkipTestWithoutData = true), MemberData(nameof(Weeks))]
/// public void A_period_in_weeks_ends_on_the_day_stated(string vector) { using var json = JsonDocument.Parse(vector); … }
///
/// [Fact]
/// public void Every_kind_of_case_is_known() => Vectors.Kinds.Should().BeSubsetOf(["weeks"]);
/// </code>
/// </example>
public sealed class VectorFile
{
    private VectorFile(JsonElement? root) => Root = root;

    /// <summary>What the file says, for cases that are more than the items of an array; <see langword="null"/> where it is absent.</summary>
    public JsonElement? Root { get; }

    /// <summary>The kinds of cases: every top-level property but <c>_meta</c>. A kind that no test reads is a gap.</summary>
    public IEnumerable<string> Kinds =>
        Root?.EnumerateObject().Select(property => property.Name).Where(name => name != "_meta") ?? [];

    public static VectorFile Open(string name)
    {
        var path = Path.Combine(Folder(), name);
        return new VectorFile(File.Exists(path) ? JsonElement.Parse(File.ReadAllBytes(path)) : null);
    }

    /// <summary>The items of one kind, each as JSON text and as one test case that bears its label.</summary>
    public IEnumerable<TheoryDataRow<string>> Cases(string kind, Func<JsonElement, string?> label) => Cases(root => root.GetProperty(kind), label);

    /// <summary>The items of an array anywhere in the file, each as JSON text and as one test case that bears its label.</summary>
    public IEnumerable<TheoryDataRow<string>> Cases(Func<JsonElement, JsonElement> array, Func<JsonElement, string?> label) => Root is { } root
        ? array(root).EnumerateArray().Select(item => new TheoryDataRow<string>(item.GetRawText()) { Label = label(item) })
        : [];

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("GDPRKIT_VECTORS") is { Length: > 0 } elsewhere)
        {
            return elsewhere;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GdprKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder is null
            ? throw new DirectoryNotFoundException("The tests do not stand below the folder of GdprKit.sln. Run them there, or name the folder of the vectors in GDPRKIT_VECTORS.")
            : Path.Combine(folder.FullName, "tests", "vectors");
    }
}
