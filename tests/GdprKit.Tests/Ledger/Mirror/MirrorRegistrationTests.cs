using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GdprKit.Ledger.Mirror;

public sealed class MirrorRegistrationTests
{
    [Fact]
    public void A_mirror_in_files_is_used_and_the_last_one_counts()
    {
        using var provider = Create(gdpr => gdpr.UseLedgerMirror("one").UseLedgerMirror("two"));

        provider.GetServices<ILedgerMirror>().Should().ContainSingle().Which.Should().BeOfType<FileLedgerMirror>();
        provider.GetRequiredService<IOptions<LedgerMirrorOptions>>().Value.WhyNone.Should().BeNull();
    }

    [Fact]
    public async Task A_relative_path_starts_at_the_folder_of_the_application()
    {
        var folder = $"mirror-{Guid.NewGuid():N}";
        await using var provider = Create(gdpr => gdpr.UseLedgerMirror(folder));
        var path = Path.Combine(AppContext.BaseDirectory, folder);
        try
        {
            await provider.GetRequiredService<ILedgerMirror>().AcceptAsync(MirrorSamples.Item(1), TestContext.Current.CancellationToken);

            Directory.Exists(path).Should().BeTrue();
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    [Fact]
    public void A_host_that_has_none_says_why_and_the_last_word_counts()
    {
        using var without = Create(gdpr => gdpr.UseLedgerMirror("one").WithoutLedgerMirror("the database keeps its journal at another place"));
        without.GetService<ILedgerMirror>().Should().BeNull();
        without.GetRequiredService<IOptions<LedgerMirrorOptions>>().Value.WhyNone.Should().Be("the database keeps its journal at another place");

        using var with = Create(gdpr => gdpr.WithoutLedgerMirror("a reason").UseLedgerMirror("one"));
        with.GetService<ILedgerMirror>().Should().NotBeNull();
        with.GetRequiredService<IOptions<LedgerMirrorOptions>>().Value.WhyNone.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Neither_an_empty_path_nor_an_empty_reason_is_accepted(string text)
    {
        Create(gdpr => gdpr.Invoking(each => each.UseLedgerMirror(text)).Should().Throw<ArgumentException>()).Dispose();
        Create(gdpr => gdpr.Invoking(each => each.WithoutLedgerMirror(text)).Should().Throw<ArgumentException>()).Dispose();
    }

    private static ServiceProvider Create(Action<GdprKitBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddGdprKit(configure);
        return services.BuildServiceProvider();
    }
}
