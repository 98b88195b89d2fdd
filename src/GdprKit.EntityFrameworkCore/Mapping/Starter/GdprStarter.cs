using GdprKit.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit;

/// <summary>
/// Writes the first register and maps of an application that has an Entity Framework Core model and nothing of GdprKit yet:
/// <c>Console.WriteLine(GdprStarter.Propose(context))</c>.
/// </summary>
/// <remarks>No service of GdprKit has to be registered. The model is read, the database is not. Safe for use by several threads.</remarks>
public static class GdprStarter
{
    /// <summary>Proposes a register and maps for the model of a context.</summary>
    /// <param name="context">The context; nothing is asked of its database, which need not be there.</param>
    /// <param name="options">How the classes are named; when left out, after the context, in the namespace <c>Gdpr</c> within its own.</param>
    /// <exception cref="ArgumentException">GDPR1087, GDPR1088: a name is none that C# can use.</exception>
    public static GdprProposal Propose(DbContext context, GdprProposalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.GetType();
        var @namespace = type.Namespace is null ? "Gdpr" : $"{type.Namespace}.Gdpr";
        var naming = options ?? new GdprProposalOptions();
        return Propose(context.Model, type.Name, naming with { Namespace = naming.Namespace ?? @namespace });
    }

    /// <summary>Proposes a register and maps for a model, where there is no context at hand.</summary>
    /// <param name="model">The model, complete.</param>
    /// <param name="name">What the context is called: <c>CrmDbContext</c>.</param>
    /// <param name="options">How the classes are named; the defaults when left out.</param>
    /// <exception cref="ArgumentException">GDPR1087, GDPR1088: a name is none that C# can use.</exception>
    public static GdprProposal Propose(IModel model, string name, GdprProposalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return GdprProposal.For(ModelDescription.Of(model, name), options);
    }
}
