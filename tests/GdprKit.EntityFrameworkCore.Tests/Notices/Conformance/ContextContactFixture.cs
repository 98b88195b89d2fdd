using GdprKit.Conformance;
using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Notices;

/// <summary>The people of a host in its own database; every session has a context of its own, as every request has.</summary>
public abstract class ContextContactFixture : ContactSourceFixture
{
    private ServiceProvider? _services;

    private ServiceProvider Services => _services ?? throw SkipException.ForSkip(PostgreSqlInstallation.Missing);

    public override ValueTask<ContactSourceSession> OpenAsync(CancellationToken cancellationToken)
    {
        var scope = Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return ValueTask.FromResult(new ContactSourceSession(
            services.GetRequiredService<IContactSource>(), services.GetRequiredService<ISubjectDirectory>(), services.GetRequiredService<ILedgerStore>(), scope));
    }

    public override async ValueTask AddAsync(IReadOnlyCollection<Correspondent> rows, CancellationToken cancellationToken) => await UseAsync(context =>
    {
        context.AddRange(rows);
        return context.SaveChangesAsync(cancellationToken);
    });

    public override async ValueTask RemoveAsync(IReadOnlyCollection<Correspondent> rows, CancellationToken cancellationToken) => await UseAsync(context =>
    {
        context.RemoveRange(rows);
        return context.SaveChangesAsync(cancellationToken);
    });

    public override async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async ValueTask CreateAsync(Action<DbContextOptionsBuilder> use)
    {
        var services = new ServiceCollection().AddDbContext<ConformanceContactContext>(use).AddSingleton(ConformanceContacts.Map);
        services.AddGdprKit(gdpr => gdpr.UseRegister(ConformanceContacts.Register).UseEntityFrameworkCore<ConformanceContactContext>());
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await UseAsync(context => context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken));
    }

    private async ValueTask UseAsync(Func<ConformanceContactContext, Task> use)
    {
        await using var scope = Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<ConformanceContactContext>());
    }
}
