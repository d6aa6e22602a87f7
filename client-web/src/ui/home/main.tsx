import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/office.css';
import './home.css';
import { render } from 'preact';
import { browserStorage } from '../../store/browser';
import { Home } from './Home';

const place = document.getElementById('app');

if (place) {
  place.textContent = '';
  render(<Home storage={browserStorage()} />, place);
}
