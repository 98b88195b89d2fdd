using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>Tests that have a host with a ledger of their own, and one request of it.</summary>
public abstract class LedgerHostTests : IAsyncLifetime
{
    private LedgerHost? _host;
    private AsyncServiceScope _request;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected LedgerHost Host => _host!;

    protected IServiceProvider Services => _request.ServiceProvider;

    protected LedgerContext Context => Services.GetRequiredService<LedgerContext>();

    protected ILedgerStore Store => Services.GetRequiredService<ILedgerStore>();

    protected LedgerStreams Streams => Services.GetRequiredService<LedgerStreams>();

    public virtual async ValueTask InitializeAsync()
    {
        _host = await CreateAsync();
        _request = _host.Request();
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _request.DisposeAsync();
            await _host.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected abstract Task<LedgerHost> CreateAsync();
}
