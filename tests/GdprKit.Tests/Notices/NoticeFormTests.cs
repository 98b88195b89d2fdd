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

        Compare($"shop.{language}.approved.md", notice, notice.ToMarkdown());
        Compare($"shop.{language}.approved.html", notice, notice.ToHtml());
        Compare($"shop.{language}.approved.json", notice, notice.ToJson());
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void The_notice_of_the_staff_reads_as_approved(string language)
    {
        var notice = PrivacyNotice.From(Shop, Language.Parse(language), NoticeAudience.Of(ShopKeys.Employees));

        Compare($"staff.{language}.approved.md", notice, notice.ToMarkdown());
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void A_notice_with_everything_reads_as_approved(string language)
    {
        var notice = PrivacyNotice.From(Everything, Language.Parse(language));

        Compare($"everything.{language}.approved.md", notice, notice.ToMarkdown());
    }

    // What the register's hash is, is not for this test to say.
    private static void Compare(string name, PrivacyNotice notice, string text)
    {
        var actual = text.Replace(notice.RegisterHash.ToString()[..12], "0123456789ab", StringComparison.Ordinal);
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
