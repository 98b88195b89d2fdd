using GdprKit.Conformance;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <summary>The people of a host in its own database; every session has a context of its own, as every request has.</summary>
public abstract class ContextSourceFixture : SubjectSourceFixture
{
    private ServiceProvider? _services;

    private ServiceProvider Services => _services ?? throw SkipException.ForSkip(PostgreSqlInstallation.Missing);

    public override ValueTask<SubjectSourceSession> OpenAsync(CancellationToken cancellationToken)
    {
        var scope = Services.CreateAsyncScope();
        return ValueTask.FromResult(new SubjectSourceSession(
            scope.ServiceProvider.GetRequiredService<ISubjectSource>(), scope.ServiceProvider.GetRequiredService<ISubjectDirectory>(), scope));
    }

    public override async ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken) => await UseAsync(context =>
    {
        context.AddRange(rows);
        return context.SaveChangesAsync(cancellationToken);
    });

    public override async ValueTask RemoveAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken) => await UseAsync(context =>
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
        var services = new ServiceCollection().AddDbContext<ConformancePeopleContext>(use);
        services.AddGdprKit(gdpr => gdpr.UseRegister(ConformancePeople.Register).UseEntityFrameworkCore<ConformancePeopleContext>());
        foreach (var map in ConformancePeople.Maps)
        {
            services.AddSingleton(map);
        }

        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await UseAsync(context => context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken));
    }

    private async ValueTask UseAsync(Func<ConformancePeopleContext, Task> use)
    {
        await using var scope = Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<ConformancePeopleContext>());
    }
}
