using GdprKit.Conformance;
using GdprKit.EntityFrameworkCore.Conformance;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <summary>The people of a host in its own database; every session has a context of its own, as every request has.</summary>
public abstract class ContextSourceFixture : SubjectSourceFixture
{
    private readonly PeopleHost<ConformancePeopleContext> _host = new(services =>
    {
        services.AddGdprKit(gdpr => gdpr.UseRegister(ConformancePeople.Register).UseEntityFrameworkCore<ConformancePeopleContext>());
        foreach (var map in ConformancePeople.Maps)
        {
            services.AddSingleton(map);
        }
    });

    public override ValueTask<SubjectSourceSession> OpenAsync(CancellationToken cancellationToken)
    {
        var request = _host.Request();
        return ValueTask.FromResult(new SubjectSourceSession(
            request.ServiceProvider.GetRequiredService<ISubjectSource>(), request.ServiceProvider.GetRequiredService<ISubjectDirectory>(), request));
    }

    public override ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken) => _host.AddAsync(rows, cancellationToken);

    public override ValueTask RemoveAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken) => _host.RemoveAsync(rows, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected ValueTask CreateAsync(Action<DbContextOptionsBuilder> use) => _host.CreateAsync(use);
}
