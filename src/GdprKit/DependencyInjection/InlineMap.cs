namespace GdprKit;

/// <summary>A map that a host declares where it configures GdprKit.</summary>
internal sealed class InlineMap<TEntity>(Action<PersonalDataMapBuilder<TEntity>> configure) : IPersonalDataMap<TEntity>
    where TEntity : class
{
    public void Configure(PersonalDataMapBuilder<TEntity> data) => configure(data);
}
