using System.Reflection;
using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Somebody wrote into the database, beside the ledger, that the entries of a stream have expired, took them away, and left the head of the stream.</summary>
internal sealed class ForgedExpiry
{
    /// <summary>The stream; <see langword="null"/> while nobody has.</summary>
    public StreamId? Stream { get; set; }

    public void In(IServiceCollection services) => services
        .AddSingleton(provider => Reading<ILedgerLog>.Around(new InMemoryLedgerLog(provider.GetRequiredService<InMemoryDatabase>()), this))
        .AddSingleton(provider => Reading<ILedgerStore>.Around(new InMemoryLedgerStore(provider.GetRequiredService<InMemoryDatabase>()), this));

    private async Task<ValueList<OrderedEntry>> ForgeAsync(ValueTask<ValueList<OrderedEntry>> page) =>
        (await page).Select(entry => entry.Entry?.Stream is { } stream && stream == Stream ? entry with { Entry = null, ExpiredHash = entry.Hash } : entry).ToValueList();

#pragma warning disable CA1852 // A proxy is derived from at run time.
    private class Reading<T> : DispatchProxy
        where T : class
#pragma warning restore CA1852
    {
        private T _sound = null!;
        private ForgedExpiry _forged = null!;

        public static T Around(T sound, ForgedExpiry forged)
        {
            var proxy = (Reading<T>)(object)Create<T, Reading<T>>();
            (proxy._sound, proxy._forged) = (sound, forged);
            return (T)(object)proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => (targetMethod!.Name, args) switch
        {
            (nameof(ILedgerLog.ReadLogAsync), _) => new ValueTask<ValueList<OrderedEntry>>(_forged.ForgeAsync((ValueTask<ValueList<OrderedEntry>>)targetMethod.Invoke(_sound, args)!)),
            (nameof(ILedgerStore.ReadStreamAsync), [StreamId stream, ..]) when stream == _forged.Stream => AsyncEnumerable.Empty<LedgerEntry>(),
            _ => targetMethod.Invoke(_sound, args),
        };
    }
}
