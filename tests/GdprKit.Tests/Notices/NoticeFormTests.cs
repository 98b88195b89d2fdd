namespace GdprKit;

/// <summary>
/// The whole text of notices, compared with what was read and approved by people in <c>Expected/</c>. A change is accepted by running
/// these tests once with the environment variable <c>GDPRKIT_APPROVE=1</c>, which rewrites the expected text for review.
/// </summary>
public sealed class NoticeFormTests
{
    private const string Approve = "GDPRKIT_APPROVE";

    private static readonly ProcessingRegister Shop = TestRegisters.Shop();

    private static readonly ProcessingRegister Everything = NoticeRegisters.WithEverything();

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void The_public_notice_of_the_shop_reads_as_approved(string language)
    {
        var notice = PrivacyNotice.From(Shop, Language.Parse(language));

        Compare($"shop.{language}.approved.md", notice.ToMarkdown());
        Compare($"shop.{language}.approved.html", notice.ToHtml());
        Compare($"shop.{language}.approved.json", notice.ToJson());
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void The_notice_of_the_staff_reads_as_approved(string language)
    {
        Compare($"staff.{language}.approved.md", PrivacyNotice.From(Shop, Language.Parse(language), NoticeAudience.Of(ShopKeys.Employees)).ToMarkdown());
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void A_notice_with_everything_reads_as_approved(string language)
    {
        Compare($"everything.{language}.approved.md", PrivacyNotice.From(Everything, Language.Parse(language)).ToMarkdown());
    }

    private static void Compare(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            File.WriteAllText(path, actual);
        }

        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        actual.Should().Be(expected, "the text was approved; set {0}=1 to accept a change and commit the rewritten text", Approve);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GdprKit.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not stand below the folder of GdprKit.sln.");
        }

        return Path.Combine(folder.FullName, "tests", "GdprKit.Tests", "Notices", "Expected");
    }
}
