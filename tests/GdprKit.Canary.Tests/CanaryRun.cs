using GdprKit.Ledger;
using GdprKit.Mapping;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Canary;

/// <summary>Does with a host whatever can be done with GdprKit, and lets the watch hear what is thrown and what comes of it.</summary>
internal abstract class CanaryRun(CanaryHost host, Watch watch)
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static SubjectId Piet { get; } = SubjectId.Of(ShopKeys.Customers, Canaries.Key);

    protected static SubjectId Jan { get; } = SubjectId.Of(ShopKeys.Customers, Canaries.OtherKey);

    protected Watch Watch => watch;

    protected CanaryHost Host => host;

    /// <summary>Does something in a request of its own, and hears what is said of the result.</summary>
    protected async Task DoAsync(string what, Func<IServiceProvider, Task<object?>> act)
    {
        await using var request = host.Services.CreateAsyncScope();
        watch.Write($"result of {what}", await act(request.ServiceProvider));
    }

    /// <summary>Does what must fail, and hears how.</summary>
    protected async Task FailAsync<TException>(string what, Func<IServiceProvider, Task> act, string? id = null)
        where TException : Exception
    {
        await using var request = host.Services.CreateAsyncScope();
        var failing = async () => await act(request.ServiceProvider);
        var fault = (await failing.Should().ThrowAsync<TException>(what)).Which;
        if (id is not null)
        {
            fault.Message.Should().StartWith(id, what);
        }

        watch.Write($"exception of {what}", fault);
    }

    protected async Task GetAsync(string address, int status)
    {
        using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Token);
        ((int)answer.StatusCode).Should().Be(status, address);
        var text = await answer.Content.ReadAsStringAsync(Token);
        if (status == 200 && address.Contains("retention", StringComparison.Ordinal))
        {
            watch.Show($"page {address}", text);
        }
        else
        {
            watch.Write($"page {address}", text);
        }

        watch.Write($"headers {address}", $"{answer.Headers} {answer.Content.Headers}");
    }

    protected static CanaryContext ContextOf(IServiceProvider services) => services.GetRequiredService<CanaryContext>();

    protected static LedgerStreams StreamsOf(IServiceProvider services) => services.GetRequiredService<LedgerStreams>();

    protected static ILedgerStore LedgerOf(IServiceProvider services) => services.GetRequiredService<ILedgerStore>();

    protected static IPersonalDataStore StoreOf(IServiceProvider services) => services.GetRequiredService<IPersonalDataStore>();
}
