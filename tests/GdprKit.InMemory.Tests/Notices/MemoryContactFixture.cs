using System.Collections.Immutable;
using GdprKit.Conformance;
using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.InMemory.Notices;

public sealed class MemoryContactFixture : ContactSourceFixture
{
    private readonly ServiceProvider _services;

    private ImmutableList<Correspondent> _rows = [];

    public MemoryContactFixture()
    {
        var services = new ServiceCollection();
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(ConformanceContacts.Register)
            .UseInMemory(memory => memory.Keep(() => _rows, one => one.Key(o => o.Code)))
            .UseInMemoryLedger());
        _services = services.AddSingleton(ConformanceContacts.Map).BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public override ValueTask<ContactSourceSession> OpenAsync(CancellationToken cancellationToken)
    {
        var scope = _services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return ValueTask.FromResult(new ContactSourceSession(
            services.GetRequiredService<IContactSource>(), services.GetRequiredService<ISubjectDirectory>(), services.GetRequiredService<ILedgerStore>(), scope));
    }

    public override ValueTask AddAsync(IReadOnlyCollection<Correspondent> rows, CancellationToken cancellationToken)
    {
        ImmutableInterlocked.Update(ref _rows, all => all.AddRange(rows));
        return ValueTask.CompletedTask;
    }

    public override ValueTask RemoveAsync(IReadOnlyCollection<Correspondent> rows, CancellationToken cancellationToken)
    {
        ImmutableInterlocked.Update(ref _rows, all => all.RemoveRange(rows));
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await base.DisposeAsync();
    }
}
