using GdprKit.Conformance;
using GdprKit.EntityFrameworkCore.Conformance;
using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Notices;

/// <summary>The people of a host in its own database; every session has a context of its own, as every request has.</summary>
public abstract class ContextContactFixture : ContactSourceFixture
{
    private readonly PeopleHost<ConformanceContactContext> _host = new(services => services
        .AddSingleton(ConformanceContacts.Map)
        .AddGdprKit(gdpr => gdpr.UseRegister(ConformanceContacts.Register).UseEntityFrameworkCore<ConformanceContactContext>()));

    public override ValueTask<ContactSourceSession> OpenAsync(CancellationToken cancellationToken)
    {
        var request = _host.Request();
        var services = request.ServiceProvider;
        return ValueTask.FromResult(new ContactSourceSession(
            services.GetRequiredService<IContactSource>(), services.GetRequiredService<ISubjectDirectory>(), services.GetRequiredService<ILedgerStore>(), request));
    }

    public override ValueTask AddAsync(IReadOnlyCollection<Correspondent> rows, CancellationToken cancellationToken) => _host.AddAsync(rows, cancellationToken);

    public override ValueTask RemoveAsync(IReadOnlyCollection<Correspondent> rows, CancellationToken cancellationToken) => _host.RemoveAsync(rows, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected ValueTask CreateAsync(Action<DbContextOptionsBuilder> use) => _host.CreateAsync(use);
}
