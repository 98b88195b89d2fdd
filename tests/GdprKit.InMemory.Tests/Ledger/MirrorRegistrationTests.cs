using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.InMemory.Ledger;

public sealed class MirrorRegistrationTests
{
    [Fact]
    public void A_mirror_in_memory_is_used_where_there_is_no_other()
    {
        var services = new ServiceCollection();
        services.AddGdprKit(gdpr => gdpr.UseInMemoryLedgerMirror().UseInMemoryLedgerMirror());
        using var provider = services.BuildServiceProvider();

        provider.GetServices<ILedgerMirror>().Should().ContainSingle().Which.Should().BeOfType<InMemoryLedgerMirror>();
    }
}
