using System.ComponentModel;
using System.Globalization;

namespace OkrKpi;

/// <summary>Makes ids of text for whoever asks a type for its converter: configuration, forms, designers.</summary>
/// <typeparam name="T">The type of id.</typeparam>
internal sealed class IdConverter<T> : TypeConverter
    where T : class, IParsable<T>
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, culture) : base.ConvertFrom(context, culture, value);

    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        destinationType == typeof(string) && value is T id ? id.ToString() : base.ConvertTo(context, culture, value, destinationType);
}
