import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import './accessibility.css';
import { render } from 'preact';
import { Statement } from './Statement';

const place = document.getElementById('app');

if (place) {
  place.textContent = '';
  render(<Statement />, place);
}
