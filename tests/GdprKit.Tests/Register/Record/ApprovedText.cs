namespace GdprKit;

/// <summary>
/// A text that was read and approved, beside the test that compares with it. A change is accepted by running the test once with the
/// environment variable <c>GDPRKIT_APPROVE=1</c>, which rewrites the approved text for review.
/// </summary>
internal static class ApprovedText
{
    private const string Approve = "GDPRKIT_APPROVE";

    /// <summary>Compares a text with the approved one.</summary>
    /// <param name="file">The file below the folder of the tests, as <c>Register/Record/Expected/record.nl.approved.md</c>.</param>
    /// <param name="text">The text.</param>
    public static void ShouldBeApproved(this string text, string file)
    {
        var path = Path.Combine(Folder(), file);
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            File.WriteAllText(path, text);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        text.Should().Be(approved, "the text was approved; set {0}=1 to accept a change and commit the rewritten text", Approve);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GdprKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder is null
            ? throw new DirectoryNotFoundException("The tests do not stand below the folder of GdprKit.sln. Run them there.")
            : Path.Combine(folder.FullName, "tests", "GdprKit.Tests");
    }
}
