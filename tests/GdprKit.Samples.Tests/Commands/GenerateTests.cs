using GdprKit.Samples.Application;

namespace GdprKit.Samples.Commands;

/// <summary>Databases to try speed on; the one that most tests look at is made once.</summary>
public sealed class GenerateTests(GenerateTests.Made made) : IClassFixture<GenerateTests.Made>
{
    [Fact]
    public void It_makes_as_many_customers_and_rows_as_were_asked_for_beside_those_of_Chinook()
    {
        made.Shop.Number("SELECT count(*) FROM Customer").Should().Be(59 + 500);
        made.Shop.Number("SELECT (SELECT count(*) FROM Customer) + (SELECT count(*) FROM Invoice) + (SELECT count(*) FROM InvoiceLine)")
            .Should().BeCloseTo(59 + 412 + 2240 + 6000, 60);
    }

    [Fact]
    public void The_database_is_sound_and_has_the_indexes_of_the_sample()
    {
        made.Shop.Read("PRAGMA integrity_check", row => row.GetString(0)).Should().Equal("ok");
        made.Shop.Read("PRAGMA foreign_key_check", row => row.GetString(0)).Should().BeEmpty();
        made.Shop.Read("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('Customer', 'Invoice', 'InvoiceLine') ORDER BY name", row => row.GetString(0))
            .Should().Equal("IFK_CustomerSupportRepId", "IFK_InvoiceCustomerId", "IFK_InvoiceLineInvoiceId", "IFK_InvoiceLineTrackId", "IX_Invoice_CustomerId_InvoiceDate");
    }

    [Fact]
    public void Days_are_spread_over_the_years_as_those_of_a_shop_are()
    {
        made.Shop.Number("SELECT count(DISTINCT strftime('%Y', InvoiceDate)) FROM Invoice").Should().Be(14, "the shop begins in 2012");
        made.Shop.Number("SELECT count(*) FROM Invoice WHERE InvoiceDate NOT BETWEEN '2012-01-01' AND '2025-12-22 00:00:00'").Should().Be(0);
        made.Shop.Number("SELECT count(*) FROM Customer c JOIN Invoice i USING (CustomerId) WHERE i.InvoiceDate < c.SignedUpOn").Should().Be(0);
        made.Shop.Number("SELECT count(*) FROM Invoice i WHERE abs(Total - (SELECT sum(UnitPrice * Quantity) FROM InvoiceLine l WHERE l.InvoiceId = i.InvoiceId)) > 0.001").Should().Be(0);
        var neverBought = made.Shop.Number("SELECT count(*) FROM Customer c WHERE NOT EXISTS (SELECT 1 FROM Invoice i WHERE i.CustomerId = c.CustomerId)");
        neverBought.Should().BeInRange(1, 60, "some only sign up");
        made.Shop.Number("SELECT count(DISTINCT SupportRepId) FROM Customer WHERE CustomerId > 59").Should().Be(3);
    }

    [Fact]
    public void Nobody_in_it_can_be_reached()
    {
        made.Shop.Number("SELECT count(*) FROM Customer WHERE CustomerId > 59 AND (Email NOT LIKE '%@mail.example' OR Phone NOT LIKE '+31 00 %')").Should().Be(0);
        made.Shop.Number("SELECT count(DISTINCT Email) FROM Customer").Should().Be(559);
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_file_and_another_seed_another()
    {
        var (again, other) = (made.PathOf("again"), made.PathOf("other"));

        (await CommandRun.OfAsync([.. Made.Order, "--database", again])).ExitCode.Should().Be(0);
        (await CommandRun.OfAsync([.. Made.Order, "--database", other, "--seed", "8"])).ExitCode.Should().Be(0);

        var bytes = await File.ReadAllBytesAsync(made.Path, TestContext.Current.CancellationToken);
        (await File.ReadAllBytesAsync(again, TestContext.Current.CancellationToken)).AsSpan().SequenceEqual(bytes).Should().BeTrue();
        (await File.ReadAllBytesAsync(other, TestContext.Current.CancellationToken)).AsSpan().SequenceEqual(bytes).Should().BeFalse();
    }

    [Fact]
    public async Task A_file_that_is_there_stays_as_it_was_unless_it_may_be_replaced()
    {
        var path = made.PathOf("there");
        await File.WriteAllTextAsync(path, "mine", TestContext.Current.CancellationToken);

        var refused = await CommandRun.OfAsync("generate", "--customers", "1", "--database", path);
        var kept = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var replaced = await CommandRun.OfAsync("generate", "--customers", "1", "--database", path, "--overwrite");

        refused.ExitCode.Should().Be(1);
        refused.Error.Should().Contain(path).And.Contain("--overwrite");
        kept.Should().Be("mine");
        replaced.ExitCode.Should().Be(0);
        new ShopFile(path).Number("SELECT count(*) FROM Customer").Should().Be(60);
        Directory.GetFiles(made.Folder, "*.part").Should().BeEmpty();
    }

    [Theory]
    [InlineData("--customers 0", "--customers 1 or more")]
    [InlineData("--customers 100 --rows 299", "--rows 300 or more")]
    [InlineData("--customers many", "'many'")]
    public async Task What_cannot_be_made_is_refused_with_the_remedy(string arguments, string remedy)
    {
        var path = made.PathOf("never");

        var run = await CommandRun.OfAsync(["generate", "--database", path, .. arguments.Split(' ')]);

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain(remedy);
        File.Exists(path).Should().BeFalse();
    }

    public sealed class Made : IAsyncLifetime
    {
        public static readonly string[] Order = ["generate", "--customers", "500", "--rows", "6000"];

        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-crm-");

        public string Folder => _folder.FullName;

        public string Path => PathOf("made");

        internal ShopFile Shop => new(Path);

        public string PathOf(string name) => System.IO.Path.Combine(Folder, $"{name}.sqlite");

        public async ValueTask InitializeAsync()
        {
            var run = await CommandRun.OfAsync([.. Order, "--database", Path]);
            run.Error.Should().BeEmpty();
            run.ExitCode.Should().Be(0);
            run.Output.Should().Contain("500 customers, 6,000 rows");
        }

        public ValueTask DisposeAsync()
        {
            _folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
